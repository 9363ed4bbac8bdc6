package dev.migrator.internal.autogenerate.rename;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.Rename;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Renames of values of enum types that the user gave. A value may be any text: it follows
 * the name of its type, as it is or in double quotes.
 */
final class EnumValueRenames {

	private final Map<ObjectName, EnumType> types = new HashMap<>();

	private final SchemaObjects wanted;

	private final GivenNames names;

	private final List<Change> changes;

	private final @Nullable String defaultSchema;

	EnumValueRenames(SchemaObjects real, SchemaObjects wanted, @Nullable String defaultSchema, GivenNames names,
			List<Change> changes) {
		this.defaultSchema = defaultSchema;
		real.enums().forEach((type) -> this.types.put(type.name(), type));
		this.wanted = wanted;
		this.names = names;
		this.changes = changes;
	}

	/**
	 * Adds a rename.
	 * @return whether it is one of a value
	 */
	boolean add(Rename rename) {
		EnumType type = this.types.values()
			.stream()
			.filter((it) -> !behindName(it.name(), rename.from()).equals(rename.from()))
			.findFirst()
			.orElse(null);
		if (type == null) {
			return false;
		}
		rename(rename, type);
		return true;
	}

	private void rename(Rename rename, EnumType type) {
		String from = valueOf(type.name(), rename.from(), type.values())
			.filter((value) -> !this.names.enumValues(type.name()).containsKey(value))
			.orElseThrow(() -> new InvalidRenameException(
					"The rename %s is not possible: the enum %s has no such value.".formatted(rename, type.name()),
					"The enum has the values %s.".formatted(String.join(", ", type.values()))));
		List<String> left = this.wanted.enums()
			.stream()
			.filter((it) -> it.name().equals(type.name()))
			.flatMap((it) -> it.values().stream())
			.toList();
		String to = valueOf(type.name(), rename.to(), left).orElseThrow(() -> new InvalidRenameException(
				"The rename %s is not possible: the enum %s has no such value in the model.".formatted(rename,
						type.name()),
				left.isEmpty() ? "Remove this rename."
						: "The model has the values %s.".formatted(String.join(", ", left))));
		Map<String, String> renamed = this.names.enumValues(type.name());
		if (renamed.containsValue(to) || (type.values().contains(to) && !renamed.containsKey(to))) {
			throw new InvalidRenameException("The rename %s is not possible: the enum %s already has the value %s."
				.formatted(rename, type.name(), to), "Remove this rename, or give the rename of that value before it.");
		}
		renamed.put(from, to);
		this.changes.add(Change.of(new RenameEnumValue(type.name(), from, to),
				"Detected renamed value '%s' of enum '%s' to '%s'".formatted(from, type.name(), to)));
	}

	private Optional<String> valueOf(ObjectName type, String text, List<String> values) {
		String alone = behindName(type, text);
		return Stream.of(alone, text, unquoted(alone)).filter(values::contains).findFirst();
	}

	/**
	 * Returns the text after the name of a type, or the text itself if it does not begin
	 * with that name.
	 */
	private String behindName(ObjectName type, String text) {
		boolean isDefault = type.schema() == null && this.defaultSchema != null;
		return Stream.of(type, isDefault ? new ObjectName(this.defaultSchema, type.name()) : type)
			.map((name) -> name + ".")
			.filter(text::startsWith)
			.map((prefix) -> text.substring(prefix.length()))
			.findFirst()
			.orElse(text);
	}

	private static String unquoted(String text) {
		boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
	}

}
