package dev.migrator.internal.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.migrator.internal.cli.Statuses;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.migrator.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

class RevisionEntryTests {

	private static final RevisionGraph GRAPH = graph("x as shop", "a", "b <- a as billing", "c <- b needs shop",
			"d <- b", "m <- c, d");

	@Test
	void entryWithAllThatIsKnown() {
		RevisionStatus revision = new RevisionStatus("c", List.of("b"), List.of("shop"), List.of(), "add ledger",
				"add ledger\n\nwith a second line", Instant.parse("2026-01-05T05:30:00Z"), "classpath:c.sql",
				RevisionState.APPLIED, null, Instant.parse("2026-01-06T08:00:00Z"), Duration.ofMillis(12), "app",
				Direction.UPGRADE);

		assertThat(entry(revision, "c")).isEqualTo("""
				Rev: c (current)
				Parent: b
				Also depends on: shop
				Branch names: billing
				Path: classpath:c.sql
				Created: 2026-01-05 05:30:00 UTC
				State: applied 2026-01-06 08:00:00 UTC by app in 12 ms

				    add ledger

				    with a second line
				""");
	}

	@Test
	void entryWithoutADatabase() {
		assertThat(entry(Statuses.of(GRAPH, "a", null, "begin"))).isEqualTo("""
				Rev: a
				Parent: <base>
				Branch names: billing
				Path: a.sql

				    begin
				""");
	}

	@Test
	void branchPointNamesWhatFollowsIt() {
		assertThat(entry(Statuses.of(GRAPH, "b", null, ""))).isEqualTo("""
				Rev: b (branchpoint)
				Parent: a
				Branches into: c, d
				Branch names: billing
				Path: b.sql
				""");
	}

	@Test
	void mergePointNamesWhatItMerges() {
		assertThat(entry(Statuses.of(GRAPH, "m", null, ""))).isEqualTo("""
				Rev: m (head) (mergepoint)
				Merges: c, d
				Branch names: billing
				Path: m.sql
				""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			APPLIED | applied 2026-01-06 08:00:00 UTC by app
			PENDING | pending
			PARTIAL | partial, begun 2026-01-06 08:00:00 UTC by app
			CHANGED | changed after it was applied 2026-01-06 08:00:00 UTC by app
			""")
	void stateIsSaid(RevisionState state, String said) {
		assertThat(entry(applied("d", "d.sql", state))).contains("\nState: " + said + "\n");
	}

	@Test
	void revisionWithoutAScriptSaysOnlyWhatTheDatabaseKnows() {
		assertThat(entry(applied("gone", null, RevisionState.UNKNOWN), "gone")).isEqualTo("""
				Rev: gone (current)
				State: unknown, no script has it; applied 2026-01-06 08:00:00 UTC by app
				""");
	}

	@Test
	void historyThatKnowsNothingIsNotInvented() {
		assertThat(entry(Statuses.of(GRAPH, "d", RevisionState.APPLIED, ""))).contains("\nState: applied\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			APPLIED | stamped 2026-01-06 08:00:00 UTC by app
			CHANGED | changed after it was stamped 2026-01-06 08:00:00 UTC by app
			UNKNOWN | unknown, no script has it; stamped 2026-01-06 08:00:00 UTC by app
			""")
	void whatWasStampedWasNotApplied(RevisionState state, String said) {
		assertThat(entry(status("d", "d.sql", state, Direction.STAMP))).contains("\nState: " + said + "\n");
	}

	private static RevisionStatus applied(String id, @Nullable String script, RevisionState state) {
		return status(id, script, state, Direction.UPGRADE);
	}

	private static RevisionStatus status(String id, @Nullable String script, RevisionState state, Direction how) {
		return new RevisionStatus(id, List.of(), List.of(), List.of(), "", "", null, script, state, null,
				Instant.parse("2026-01-06T08:00:00Z"), null, "app", how);
	}

	private static String entry(RevisionStatus revision, String... current) {
		RevisionFlags marks = new RevisionFlags(GRAPH, List.of(current), Styler.PLAIN, null);
		List<String> lines = new RevisionEntry(GRAPH, marks).lines(revision);
		assertThat(lines).last().isEqualTo("");
		return String.join("\n", lines);
	}

}
