# Completion of viva in fish. Calls viva, as the shell finds it, at each Tab.
function __viva_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l lines (viva complete fish $words "$current" 2>/dev/null)
    set -l kind $lines[1]
    set -e lines[1]
    if test "$kind" = files
        __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current")
    else if set -q lines[1]
        printf '%s\n' $lines
    end
end
complete -c viva -f -a '(__viva_complete)'
