package dev.migrator.cookbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.Migrator;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.script.JavaRevision;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.GeneratedFile;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands in {@code docs/cookbook.md} is run from there: each recipe in Java and in
 * SQL does the same, and is undone.
 */
@Tag("server")
class CookbookTests {

	private static final Path PAGE = Path.of("../docs/cookbook.md");

	private static final Pattern JAVA = Pattern.compile("```java\n(.*?class (\\w+) .*?)```\n", Pattern.DOTALL);

	private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```\n", Pattern.DOTALL);

	private final TestDatabase javaDatabase = Postgres.newDatabase();

	private final TestDatabase sqlDatabase = Postgres.newDatabase();

	private String page;

	private Migrator java;

	private Migrator sql;

	@BeforeEach
	void readThePage(@TempDir Path folder) throws IOException {
		this.page = Files.readString(PAGE);
		List<JavaRevisionScript> scripts = new ArrayList<>();
		for (MatchResult block : JAVA.matcher(this.page).results().toList()) {
			scripts.add(script(block.group(2)));
		}
		Revisions revisions = Revisions.in(folder);
		SQL.matcher(this.page)
			.results()
			.forEach((block) -> revisions.file("%04d.sql".formatted(block.start()), block.group(1)));
		this.java = Migrator.builder(this.javaDatabase.dataSource())
			.locations(List.of())
			.javaRevisions(scripts)
			.schema("migrator")
			.build();
		this.sql = Migrator.builder(this.sqlDatabase.dataSource())
			.locations(revisions.location())
			.schema("migrator")
			.build();
	}

	@Test
	void codeOnThePageIsTheCodeThatIsRun() throws IOException {
		String written = JAVA.matcher(this.page)
			.replaceAll((block) -> Matcher.quoteReplacement("```java\n" + source(block.group(2)) + "```\n"));

		GeneratedFile.assertSays(PAGE, written,
				"The Java code of docs/cookbook.md is that of " + getClass().getPackageName() + ".", getClass());
	}

	@Test
	void eachRecipeDoesTheSameInBothLanguages() {
		List<String> ids = this.java.internals()
			.scripts()
			.graph()
			.revisions()
			.stream()
			.map((revision) -> revision.id())
			.toList();
		assertThat(ids).hasSize(9)
			.containsExactlyElementsOf(this.sql.internals()
				.scripts()
				.graph()
				.revisions()
				.stream()
				.map((revision) -> revision.id())
				.toList());

		for (String id : ids) {
			String before = snapshot(this.javaDatabase);
			this.java.upgrade(id);
			this.sql.upgrade(id);
			assertThat(snapshot(this.sqlDatabase)).as(id).isEqualTo(snapshot(this.javaDatabase));

			this.java.downgrade("-1");
			this.sql.downgrade("-1");
			assertThat(snapshot(this.javaDatabase)).as(id).isEqualTo(before);
			assertThat(snapshot(this.sqlDatabase)).as(id).isEqualTo(before);

			this.java.upgrade(id);
			this.sql.upgrade(id);
			fill(this.javaDatabase, id);
			fill(this.sqlDatabase, id);
		}
	}

	@Test
	void renamedColumnKeepsItsValuesAndSeedsAreThere() {
		for (String id : List.of("1a0000000003", "1a0000000004", "1a0000000008")) {
			this.java.upgrade(id);
			this.sql.upgrade(id);
			fill(this.javaDatabase, id);
			fill(this.sqlDatabase, id);
		}

		for (TestDatabase database : List.of(this.javaDatabase, this.sqlDatabase)) {
			assertThat(database.column("select title from workouts")).containsExactly("Monday");
			assertThat(database.column("select display_name from users")).containsExactly("ada");
			assertThat(database.column("select name from exercises order by id")).containsExactly("Back squat",
					"Bench press", "Farmer's walk");
		}
	}

	/**
	 * Rows that the later revisions have to cope with.
	 */
	private static void fill(TestDatabase database, String id) {
		if (id.equals("1a0000000003")) {
			database.execute("insert into users (id, email) values (gen_random_uuid(), 'ada@example.org')");
			database
				.execute("insert into workouts (id, user_id, name) select gen_random_uuid(), id, 'Monday' from users");
		}
	}

	private static JavaRevisionScript script(String name) {
		try {
			Class<?> type = Class.forName(CookbookTests.class.getPackageName() + "." + name);
			return JavaRevisionScript.of(type, () -> instance(type));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JavaRevision instance(Class<?> type) {
		try {
			return (JavaRevision) type.getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String source(String name) {
		try {
			String file = Files.readString(Path.of("src/test/java/dev/migrator/cookbook", name + ".java"));
			return file.substring(file.indexOf("@RevisionScript"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * PostgreSQL 18 names the constraint of a NOT NULL after its column, and keeps that
	 * name when the column is renamed.
	 */
	private static String snapshot(TestDatabase database) {
		return String.join("\n",
				CatalogSnapshot.of(database)
					.withoutColumnOrder()
					.lines()
					.stream()
					.filter((line) -> !line.contains("migrator") && !line.contains(": NOT NULL "))
					.toList());
	}

}
