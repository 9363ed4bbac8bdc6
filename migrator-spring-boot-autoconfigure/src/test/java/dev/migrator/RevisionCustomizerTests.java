package dev.migrator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.draft.InvalidDraftsException;
import dev.migrator.autogenerate.draft.RevisionCustomizer;
import dev.migrator.autogenerate.draft.RevisionDraft;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionCustomizer}: what is written, and that it still leads to the
 * model.
 */
class RevisionCustomizerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	@Test
	void messageAndIdAreChanged() {
		List<CreatedRevision> created = generated((drafts) -> drafts.stream()
			.map((draft) -> draft.withMessage("TEAM-12 " + draft.message()).withId("team12"))
			.toList());

		assertThat(created).extracting(CreatedRevision::id).containsExactly("team12");
		assertThat(created).extracting(CreatedRevision::message).containsExactly("TEAM-12 tables");
	}

	@Test
	void eachChangeBecomesARevisionThatFollowsTheOneBefore() {
		List<CreatedRevision> created = generated((drafts) -> drafts.stream()
			.flatMap((draft) -> draft.changes()
				.stream()
				.map((change) -> draft.withChanges(List.of(change)).withMessage(change.operation().describe())))
			.toList());

		assertThat(created).extracting(CreatedRevision::message)
			.containsExactly("create table teams", "create table users");
		assertThat(created.get(1).downRevisions()).containsExactly(created.get(0).id());
		migrator((drafts) -> drafts).upgrade();
		assertThat(migrator((drafts) -> drafts).checkRevisions()).isEmpty();
		migrator((drafts) -> drafts).downgrade("base");
		assertThat(this.database.has("teams")).isFalse();
	}

	@Test
	void draftWithHeadsOfItsOwnBeginsABranch() {
		List<CreatedRevision> created = generated(
				(drafts) -> List.of(drafts.get(0).withChanges(drafts.get(0).changes().subList(0, 1)),
						drafts.get(0)
							.withChanges(drafts.get(0).changes().subList(1, 2))
							.withHeads(List.of("base"))
							.withBranchLabels(List.of("users"))));

		assertThat(created).extracting(CreatedRevision::downRevisions).containsExactly(List.of(), List.of());
		assertThat(created.get(1).path()).content().contains("-- branch-labels: users");
	}

	@Test
	void revisionWithoutATransactionSaysSo() {
		List<CreatedRevision> created = generated(
				(drafts) -> drafts.stream().map((draft) -> draft.withTransaction(false)).toList());

		assertThat(created.get(0).path()).content().contains("-- transaction: none");
	}

	@Test
	void noneIsWritten() throws Exception {
		assertThat(generated((drafts) -> List.of())).isEmpty();
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void changeThatIsMissingIsTold() throws Exception {
		assertThatExceptionOfType(InvalidDraftsException.class).isThrownBy(
				() -> generated((drafts) -> List.of(drafts.get(0).withChanges(drafts.get(0).changes().subList(1, 2)))))
			.withMessageContaining("lack changes: create table teams.");
		assertThatExceptionOfType(InvalidDraftsException.class)
			.isThrownBy(() -> generated((drafts) -> List.of(drafts.get(0), drafts.get(0))))
			.withMessageContaining("create table teams; create table users.");
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void severalAreCalledInTheirOrder() {
		List<CreatedRevision> created = generated(add("a"), add("b"));

		assertThat(created).extracting(CreatedRevision::message).containsExactly("tables a b");
	}

	private static RevisionCustomizer add(String word) {
		return (drafts) -> drafts.stream().map((draft) -> draft.withMessage(draft.message() + " " + word)).toList();
	}

	@Test
	void typeMayBeChosenByTheChanges() {
		RevisionDraft draft = new RevisionDraft("m", null, List.of(), List.of(), List.of(), null,
				RevisionDraft.Type.SQL, true, List.of());

		assertThat(draft.withType(RevisionDraft.Type.JAVA).type()).isEqualTo(RevisionDraft.Type.JAVA);
		assertThat(draft.withDependsOn(List.of("x")).dependsOn()).containsExactly("x");
		assertThat(draft.withLocation("classpath:db/x").location()).isEqualTo("classpath:db/x");
	}

	private List<CreatedRevision> generated(RevisionCustomizer... customizers) {
		Migrator migrator = migrator(customizers);
		ModelDifferences found = migrator.compareModel(List.of());
		return migrator.internals().autogeneration().write(NewRevision.of("tables"), found);
	}

	private Migrator migrator(RevisionCustomizer... customizers) {
		WantedModel model = WantedModel
			.builder(SchemaObjects.of(List.of(table("teams"), table("users")), List.of(), List.of()),
					new ModelSources(List.of(), List.of()))
			.complete(true)
			.build();
		return Migrator.builder(this.database.dataSource())
			.locations("file:" + this.folder)
			.wantedSchema(() -> (server) -> model)
			.development(DevelopmentSettings.of(Optional::empty))
			.revisionCustomizers(() -> List.of(customizers))
			.build();
	}

	private static Table table(String name) {
		return new Table(ObjectName.of(name), List.of(Column.of("email", Types.varchar(320))), List.of(), List.of(),
				false, null, null);
	}

}
