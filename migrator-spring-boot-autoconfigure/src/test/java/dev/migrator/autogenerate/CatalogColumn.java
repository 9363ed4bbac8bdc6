package dev.migrator.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.testing.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code catalog/columns.txt}: what a comparison reads of a column of a
 * catalog.
 *
 * @param catalog the catalog
 * @param name the column, or {@code *} for all
 * @param function the function of the server that prints it, if it is read by one
 * @param with other columns that the statement changes too
 * @param statement a statement that changes it, or {@code null} if it is not compared
 */
record CatalogColumn(String catalog, String name, @Nullable String function, Set<String> with,
		@Nullable String statement) {

	private static final Path FILE = Path.of("src/test/resources/catalog/columns.txt");

	private static final Pattern LINE = Pattern.compile("(\\w+)\\.(\\w+|\\*)(?: (\\d+)\\+| -(\\d+))?"
			+ " \\| (?:(not compared)|read(?: by (\\w+))?(?: with ([\\w. ]+))?) \\| (.*\\S.*)");

	/**
	 * What there is in the version of the server that the tests have.
	 */
	static List<CatalogColumn> ofServer() {
		try {
			return Files.readAllLines(FILE)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(CatalogColumn::matched)
				.filter((line) -> isOfServer(line.group(3), line.group(4)))
				.map(CatalogColumn::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MatchResult matched(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalStateException("Not understood: " + line);
		}
		return matcher.toMatchResult();
	}

	private static boolean isOfServer(@Nullable String since, @Nullable String until) {
		return (since == null || Postgres.majorVersion() >= Integer.parseInt(since))
				&& (until == null || Postgres.majorVersion() <= Integer.parseInt(until));
	}

	private static CatalogColumn of(MatchResult line) {
		return new CatalogColumn(line.group(1), line.group(2), line.group(6),
				(line.group(7) != null) ? Set.of(line.group(7).split(" ")) : Set.of(),
				(line.group(5) != null) ? null : line.group(8));
	}

	boolean isRead() {
		return this.statement != null;
	}

	String fullName() {
		return this.catalog + "." + this.name;
	}

	@Override
	public String toString() {
		return fullName() + ((this.statement != null) ? ": " + this.statement : "");
	}

}
