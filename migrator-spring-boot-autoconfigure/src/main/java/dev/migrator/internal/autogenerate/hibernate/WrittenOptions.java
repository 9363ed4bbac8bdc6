package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the SQL that a model writes after a constraint or an index. Each method removes
 * the option that it returns; the rest are options that are not supported.
 */
final class WrittenOptions {

	private static final String ACTION = "(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)";

	private String text;

	WrittenOptions(@Nullable String text) {
		this.text = (text != null) ? text.strip() : "";
	}

	boolean nullsNotDistinct() {
		return take("nulls\\s+not\\s+distinct") != null;
	}

	boolean matchFull() {
		return take("match\\s+full") != null;
	}

	boolean noInherit() {
		return take("no\\s+inherit") != null;
	}

	Deferral deferral() {
		if (take("(?:deferrable\\s+)?initially\\s+deferred") != null) {
			return Deferral.INITIALLY_DEFERRED;
		}
		if (take("not\\s+deferrable") != null) {
			return Deferral.NOT_DEFERRABLE;
		}
		return (take("deferrable(?:\\s+initially\\s+immediate)?") != null) ? Deferral.DEFERRABLE
				: Deferral.NOT_DEFERRABLE;
	}

	ReferentialAction on(String event) {
		String action = take("on\\s+" + event + "\\s+" + ACTION);
		return (action != null)
				? ReferentialAction.valueOf(action.toUpperCase(Locale.ROOT).strip().replaceAll("\\s+", "_"))
				: ReferentialAction.NO_ACTION;
	}

	/**
	 * Returns the columns that become NULL, or get their default, when the referenced row
	 * is deleted. Leaves the action, which must be read afterwards.
	 */
	List<String> onDeleteColumns() {
		Matcher matcher = Pattern
			.compile("\\bon\\s+delete\\s+set\\s+(?:null|default)(\\s*\\(([^()]*)\\))", Pattern.CASE_INSENSITIVE)
			.matcher(this.text);
		if (!matcher.find()) {
			return List.of();
		}
		this.text = this.text.substring(0, matcher.start(1)) + " " + this.text.substring(matcher.end());
		return names(matcher.group(2));
	}

	List<String> include() {
		return names(take("include\\s*\\(([^()]*)\\)"));
	}

	private static List<String> names(@Nullable String list) {
		return (list != null) ? Stream.of(list.strip().split("\\s*,\\s*")).map(NameText::of).toList() : List.of();
	}

	/**
	 * Returns the condition after WHERE, which is always the last option.
	 */
	@Nullable String where() {
		return take("where\\s+(.+)$");
	}

	boolean isEmpty() {
		return this.text.isBlank();
	}

	@Override
	public String toString() {
		return this.text.strip();
	}

	private @Nullable String take(String pattern) {
		Matcher matcher = Pattern.compile("\\b" + pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
			.matcher(this.text);
		if (!matcher.find()) {
			return null;
		}
		this.text = this.text.substring(0, matcher.start()) + " " + this.text.substring(matcher.end());
		return (matcher.groupCount() > 0) ? matcher.group(1) : matcher.group();
	}

}
