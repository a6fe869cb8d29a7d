# Completion of incidents for fish. Put this file where fish looks for it, and open a new shell:
#     mkdir -p ~/.config/fish/completions
#     incidents completion fish > ~/.config/fish/completions/incidents.fish

function __incidents_complete
    set -l typed (commandline -cp | string collect)
    set -l program (commandline -po)[1]
    for line in (_INCIDENTS_COMPLETE=fish_complete COMP_LINE="$typed" $program 2>/dev/null)
        set -l parts (string split -m 2 \t -- $line)
        switch $parts[1]
            case file
                __fish_complete_path (commandline -ct)
            case '*'
                printf '%s\t%s\n' $parts[2] $parts[3]
        end
    end
end

complete --no-files --command incidents --arguments '(__incidents_complete)'
