#compdef viva
# Completion of viva in zsh. Calls viva, as the shell finds it, at each Tab.
_viva() {
  local line kind
  local -a lines found
  lines=("${(@f)$(viva complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  kind=$lines[1]
  if [[ $kind == files ]]; then
    compset -P '--*='
    _files
    return
  fi
  # a colon of a word is no end of it
  for line in "${(@)lines[2,-1]}"; do
    found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  (($#found)) && _describe -V viva found
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
  _viva "$@"
else
  (($+functions[compdef])) || { autoload -Uz compinit && compinit -i; }
  compdef _viva viva
fi
