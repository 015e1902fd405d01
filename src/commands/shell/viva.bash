# Completion of viva in bash. Calls viva, as the shell finds it, at each Tab.
_viva() {
  local line=${COMP_LINE:0:COMP_POINT} piece kind value prefix i n=-1
  local -a words
  # bash breaks words at : and =; what has no space before it goes on with the word before
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if [[ $n -ge 0 && $line != [[:blank:]]* ]]; then
      line=${line#"$piece"}
      ((i == COMP_CWORD)) && piece=${piece%"$line"}
      words[n]=${words[n]}$piece
    else
      line=${line#"${line%%[![:blank:]]*}"}
      # the cursor may stand inside the last one
      ((i == COMP_CWORD)) && piece=$line
      line=${line#"$piece"}
      n=$((n + 1))
      words[n]=$piece
    fi
  done
  # only what stands behind the last break is replaced
  case $piece in
    [:=]*) prefix=${words[n]} ;;
    *) prefix=${words[n]%"$piece"} ;;
  esac
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r value; do
      COMPREPLY[${#COMPREPLY[@]}]=${value#"$prefix"}
    done
  } < <(viva complete bash "${words[@]:1}" 2>/dev/null)
  if [[ $kind == files ]]; then
    compopt -o default 2>/dev/null || {
      local IFS=$'\n'
      COMPREPLY=($(compgen -f -- "$piece"))
    }
  fi
}
complete -F _viva viva
