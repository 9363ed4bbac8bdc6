package dev.migrator.internal.autogenerate.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.migrator.autogenerate.AcceptedDifferences;
import org.jspecify.annotations.Nullable;

/**
 * Describes accepted differences, for people and for programs.
 */
public final class AcceptedText {

	private final AcceptedDifferences accepted;

	public AcceptedText(AcceptedDifferences accepted) {
		this.accepted = accepted;
	}

	/**
	 * Returns the number of the differences that are left out: {@code 12 accepted
	 * differences}; empty if nothing is left out.
	 */
	public Optional<String> number() {
		int count = this.accepted.lines().size();
		return (count == 0) ? Optional.empty()
				: Optional.of((count == 1) ? "1 accepted difference" : count + " accepted differences");
	}

	/**
	 * Returns how many differences are left out, and where they are listed; empty if
	 * nothing is left out.
	 */
	public Optional<String> leftOut() {
		int count = this.accepted.lines().size();
		return (count == 0) ? Optional.empty() : Optional.of("%s accepted (%s)"
			.formatted((count == 1) ? "1 difference is" : count + " differences are", this.accepted.file()));
	}

	/**
	 * Returns what has to be changed in the file: lines that no difference has any more,
	 * and lines that cannot be left out; empty for nothing.
	 */
	public Optional<String> warning() {
		StringBuilder text = new StringBuilder();
		if (!this.accepted.obsolete().isEmpty()) {
			text.append("No difference has these lines of %s any more; migrator check --accept removes them:\n"
				.formatted(this.accepted.file()));
			this.accepted.obsolete().forEach((line) -> text.append("  ").append(line).append('\n'));
		}
		if (!this.accepted.needed().isEmpty()) {
			text.append("Accepted in %s, but needed:\n".formatted(this.accepted.file()));
			this.accepted.needed().forEach((line) -> text.append("  ").append(line).append('\n'));
		}
		return text.isEmpty() ? Optional.empty() : Optional.of(text.toString().stripTrailing());
	}

	/**
	 * Returns the accepted differences for programs.
	 */
	public Map<String, @Nullable Object> json() {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("file", this.accepted.file());
		json.put("differences", this.accepted.lines());
		json.put("obsolete", this.accepted.obsolete());
		json.put("needed", this.accepted.needed());
		return json;
	}

}
