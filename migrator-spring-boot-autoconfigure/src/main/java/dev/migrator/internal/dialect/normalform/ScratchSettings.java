package dev.migrator.internal.dialect.normalform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.session.RunSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session that determine the meaning of unqualified names, and the form
 * in which the server prints expressions.
 *
 * @param path the existing schemas of the search path
 * @param others statements that set the other settings
 */
public record ScratchSettings(List<String> path, List<String> others) {

	/**
	 * The role comes first: when it is changed, it may not have the right to set the
	 * others.
	 */
	private static final List<String> NAMES = List.of("role", "TimeZone", "DateStyle", "IntervalStyle", "bytea_output",
			"extra_float_digits", "quote_all_identifiers", "standard_conforming_strings");

	public ScratchSettings {
		path = List.copyOf(path);
		others = List.copyOf(others);
	}

	public static ScratchSettings of(ServerConnection connection) {
		String values = NAMES.stream()
			.map((name) -> "pg_catalog.current_setting(" + SqlText.literal(name) + ")")
			.collect(Collectors.joining(", "));
		Row row = connection.query("select pg_catalog.current_schemas(false), " + values).get(0);
		List<String> others = new ArrayList<>();
		for (int i = 0; i < NAMES.size(); i++) {
			others.add(set(NAMES.get(i), row.required(i + 1)));
		}
		List<String> path = TextArray.read(row.text(0))
			.stream()
			.filter((schema) -> !SchemaContents.isSystem(schema))
			.toList();
		return new ScratchSettings(path, others);
	}

	/**
	 * Returns the schema in which unqualified names are created.
	 */
	@Nullable public String defaultSchema() {
		return this.path.isEmpty() ? null : this.path.get(0);
	}

	public ScratchSettings withPath(List<String> schemas) {
		return new ScratchSettings(schemas, this.others);
	}

	/**
	 * Returns statements that apply the settings until the transaction is rolled back, or
	 * else for the session.
	 */
	public String sql() {
		String schemas = this.path.stream().map(SqlText::identifier).collect(Collectors.joining(", "));
		return RunSettings.WITHOUT_TIMEOUTS + "\n"
				+ Stream.concat(this.others.stream(), Stream.of(set("search_path", schemas)))
					.collect(Collectors.joining());
	}

	private static String set(String name, String value) {
		return "select pg_catalog.set_config(%s, %s, false);%n".formatted(SqlText.literal(name),
				SqlText.literal(value));
	}

}
