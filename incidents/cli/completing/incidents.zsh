#compdef incidents
# Completion of incidents for zsh. Put this file into a folder of $fpath, and open a new shell:
#     mkdir -p ~/.zfunc
#     incidents completion zsh > ~/.zfunc/_incidents
# and in ~/.zshrc, before compinit: fpath=(~/.zfunc $fpath)

_incidents() {
    local -a lines values shown open parts
    local line
    lines=("${(@f)$(_INCIDENTS_COMPLETE=zsh_complete COMP_LINE="${(j: :)words[1,CURRENT-1]} ${words[CURRENT]}" \
        ${words[1]} 2>/dev/null)}")
    for line in $lines; do
        parts=("${(@ps:\t:)line}")
        case $parts[1] in
            file) _files; return ;;
            open) open+=("$parts[2]"); shown+=("$parts[2]  -- $parts[3]") ;;
            plain) values+=("$parts[2]"); shown+=("$parts[2]${parts[3]:+  -- $parts[3]}") ;;
        esac
    done
    if (( $#open )); then
        compadd -U -V incidents -S '' -l -d shown -a open
    elif [[ "$shown" == "$values" ]]; then
        compadd -U -V incidents -a values
    else
        compadd -U -V incidents -l -d shown -a values
    fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _incidents "$@"
else
    compdef _incidents incidents
fi
