package dev.migrator.internal.cli.report;

/**
 * Writes a script with which a shell completes targets, in addition to the commands and
 * options that picocli completes. Only the application knows its revisions, and asking it
 * starts a JVM, which takes seconds. So it is asked in the background, once a minute at
 * most, and meanwhile the previous list is completed. A list in the script itself would
 * be as old as the shell, and each new shell would have to wait for the JVM.
 */
public final class TargetCompletion {

	private static final String SCRIPT = """

			# Targets. The application is asked for them in the background, once a minute at most;
			# its last answer is in a file for each folder.
			_NAME_targets() {
			  local file
			  file="${XDG_CACHE_HOME:-$HOME/.cache}/migrator/NAME-$(printf '%s' "$PWD" | cksum | cut -d ' ' -f 1)"
			  if [ -z "$(find "$file" -mmin -1 2>/dev/null)" ]; then
			    mkdir -p "${file%/*}" && touch "$file" &&
			      ( ( NAME targets > "$file.new" && mv "$file.new" "$file" ) > /dev/null 2>&1 & )
			  fi
			  cat "$file" 2>/dev/null
			}

			_NAME_with_targets() {
			  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
			  local command="" front="" more="" index
			  # bash makes words of : and @, zsh does not.
			  case "$word" in
			    :|@) before="$word"; word="" ;;
			    *[:@]*) front="${word%"${word##*[:@]}"}"; word="${word##*[:@]}" ;;
			  esac
			  index=1
			  while [ "$index" -lt "$COMP_CWORD" ]; do
			    case "${COMP_WORDS[index]}" in
			      --migrator|--color) index=$((index + 1)) ;;
			      -*) ;;
			      *) command="${COMP_WORDS[index]}"; break ;;
			    esac
			    index=$((index + 1))
			  done
			  case "$before" in
			    -r|--rev-range) more="current" ;;
			    --head|--depends-on) ;;
			    -y|--yes|-q|--quiet|-v|--verbose|-i|--indicate-current|--sql|--dry-run|--purge|--accept) ;;
			    -*) command="" ;;
			  esac
			  case "$command,$before" in
			    ,*) ;;
			    upgrade,*) more="+1" ;;
			    downgrade,*) more="-1" ;;
			    show,*|edit,*) more="current" ;;
			    stamp,*|merge,*|resolve,*|history,-r|history,--rev-range|history,[:@]|revision,--head|revision,--depends-on) ;;
			    merge,--depends-on) ;;
			    *) command="" ;;
			  esac
			  case "$word" in
			    -|-[!0-9]*) command="" ;;
			  esac
			  if [ -z "$command" ]; then
			    _complete_NAME
			    return $?
			  fi
			  # No word is expanded here: names come from files that anybody may have written.
			  COMPREPLY=()
			  while IFS= read -r index; do
			    case "$index" in
			      "$word"*) COMPREPLY+=("$front$index") ;;
			    esac
			  done < <(printf '%s\\n' head heads base $more; _NAME_targets)
			}

			complete -F _NAME_with_targets -o default NAME
			""";

	private TargetCompletion() {
	}

	/**
	 * Returns the script for a shell function or an alias.
	 */
	public static String of(String name) {
		return SCRIPT.replace("NAME", name);
	}

}
