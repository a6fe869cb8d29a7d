#compdef incidents
# Completion of incidents for zsh. Put this file into a folder of $fpath, and open a new shell:
#     mkdir -p ~/.zfunc
#     incidents completion zsh > ~/.zfunc/_incidents
# and in ~/.zshrc, before compinit: fpath=(~/.zfunc $fpath)

_incidents() {
    local -a lines values pairs shown parts end
    local line
    lines=("${(@f)$(_INCIDENTS_COMPLETE=zsh_complete COMP_LINE="${(j: :)words[1,CURRENT-1]} ${words[CURRENT]}" \
        ${words[1]} 2>/dev/null)}")
    for line in $lines; do
        parts=("${(@ps:\t:)line}")
        case $parts[1] in
            file) _files; return ;;
            open) end=(-S '') ;;
        esac
        values+=("$parts[2]")
        pairs+=("${parts[2]//:/\\:}:$parts[3]")
    done
    (( $#values )) || return 1
    zformat -a shown '  ' "${pairs[@]}"
    if [[ "$shown" == "$values" ]]; then
        compadd -U -V incidents "${end[@]}" -a values
    else
        shown=("${(@mr:COLUMNS-1:)shown}")
        compadd -U -V incidents "${end[@]}" -l -d shown -a values
    fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _incidents "$@"
else
    compdef _incidents incidents
fi
