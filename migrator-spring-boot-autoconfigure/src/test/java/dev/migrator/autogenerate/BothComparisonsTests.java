package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migrator.schema.DatabaseSchema;
import org.junit.jupiter.api.Test;

class BothComparisonsTests {

	@Test
	void random() {
		Map<String, Integer> kinds = new TreeMap<>();
		int shown = 0;
		for (long seed = 0; seed < 3000; seed++) {
			DatabaseSchema real = RandomSchemas.of(seed);
			DatabaseSchema wanted = RandomSchemas.of(seed + 1_000_000);
			for (Set<Removal> removals : List.of(EnumSet.allOf(Removal.class), ComparisonSettings.DEFAULT.removals(),
					EnumSet.noneOf(Removal.class))) {
				ComparisonSettings settings = ComparisonSettings.DEFAULT.withRemovals(removals);
				String old = print(new SchemaComparison(settings).compare(real, wanted).changes());
				String now;
				try {
					now = print(new Proposal(real, wanted, settings).changes());
				}
				catch (RuntimeException ex) {
					java.io.StringWriter w = new java.io.StringWriter();
					ex.printStackTrace(new java.io.PrintWriter(w));
					now = "FAILED " + w.toString().lines().limit(6).toList();
				}
				String kind = old.equals(now) ? "same"
						: old.lines().sorted().toList().equals(now.lines().sorted().toList()) ? "order"
								: now.startsWith("FAILED") ? "failed" : "other";
				kinds.merge(kind, 1, Integer::sum);
				if (!kind.equals("same") && shown < Integer.getInteger("show", 5)
						&& (System.getProperty("kind") == null || kind.equals(System.getProperty("kind")))) {
					shown++;
					System.out.println("=== " + kind + " seed " + seed + " " + removals + "\n--- old\n" + old
							+ "\n--- new\n" + now);
				}
			}
		}
		System.out.println(kinds);
	}

	private static String print(List<Change> changes) {
		List<String> lines = new ArrayList<>();
		for (Change change : changes) {
			String sql = SqlRevisionBody.of(List.of(change.withUndo(List.of())), List.of()).upgrade();
			lines.add(sql.replace("\n", " ") + " | " + change.detected() + " | "
					+ (change.undo() != null ? change.undo()
						.stream()
						.map((o) -> SqlRevisionBody.of(List.of(Change.of(o)), List.of()).upgrade().replace("\n", " "))
						.toList()
							: change.operation()
								.reverse()
								.map((o) -> SqlRevisionBody.of(List.of(Change.of(o)), List.of())
									.upgrade()
									.replace("\n", " "))));
		}
		return String.join("\n", lines);
	}

}
