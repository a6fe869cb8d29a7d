# Completion of incidents for bash 4.4 or later. Put this file where bash looks for it, and open a new shell:
#     mkdir -p ~/.local/share/bash-completion/completions
#     incidents completion bash > ~/.local/share/bash-completion/completions/incidents
# Where bash-completion is not installed: source it in ~/.bashrc.

_incidents_completion() {
    local answer line
    answer=$(_INCIDENTS_COMPLETE=bash_complete COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_TYPE="$COMP_TYPE" \
        COMP_WORDBREAKS="$COMP_WORDBREAKS" COMP_COLUMNS="${COLUMNS:-80}" "$1" 2>/dev/null)
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            file,*) compopt -o default ;;
            open,*) compopt -o nospace; COMPREPLY+=("${line#*,}") ;;
            plain,*) COMPREPLY+=("${line#*,}") ;;
        esac
    done <<< "$answer"
}

complete -o nosort -F _incidents_completion incidents
