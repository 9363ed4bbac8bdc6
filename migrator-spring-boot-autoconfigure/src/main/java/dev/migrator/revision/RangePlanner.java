package dev.migrator.revision;

import java.util.BitSet;
import java.util.List;

import dev.migrator.internal.problem.Listing;

/**
 * Plans between two given places without a database. Such a plan is printed as a script,
 * to be run on a database that is at the first place.
 *
 * <p>
 * A range is {@code START:END}. START is one target or several separated by commas. It
 * means the version rows of a database in which these are applied. Without it the script
 * starts from an empty database. END is a target of the command, and may count from START
 * ({@code ae10:+2}).
 */
public final class RangePlanner {

	private final RevisionGraph graph;

	/**
	 * Creates a planner.
	 * @param graph the revisions to plan with
	 */
	public RangePlanner(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Plans an upgrade.
	 * @param range {@code START:END}, {@code :END}, {@code START:} for everything above
	 * START, or {@code END}
	 * @return the plan, empty if START and END are the same
	 * @throws InvalidTargetException if END is below START
	 */
	public Plan upgrade(String range) {
		Range parsed = Range.parse(range);
		List<String> rows = rows(parsed, Direction.UPGRADE);
		String end = parsed.end().isEmpty() ? Target.HEADS : parsed.end();
		Planner planner = new Planner(this.graph);
		Plan plan = planner.upgrade(rows, end);
		if (plan.isEmpty()) {
			List<String> ends = planner.locate(rows, end).stream().map(Revision::id).toList();
			if (!rows.containsAll(ends) || (ends.isEmpty() && !rows.isEmpty())) {
				throw new InvalidTargetException(range,
						"`" + range + "` leads down: " + end + " is below " + Listing.inline(rows) + ".",
						"To go down, downgrade " + range + ". To go up, write the lower revision first.");
			}
		}
		return plan;
	}

	/**
	 * Plans a downgrade.
	 * @param range {@code START:END}, both are required
	 * @return the plan, empty if START and END are the same
	 */
	public Plan downgrade(String range) {
		Range parsed = Range.parse(range);
		if (parsed.start().isEmpty() || parsed.end().isEmpty()) {
			throw new InvalidTargetException(range,
					"`" + range + "` does not say " + (parsed.start().isEmpty() ? "where" : "how far down")
							+ " the downgrade goes" + (parsed.start().isEmpty() ? " down from." : "."),
					"A printed downgrade needs both: START:END, such as head:-1 or heads:base.");
		}
		return new Planner(this.graph).downgrade(rows(parsed, Direction.DOWNGRADE), parsed.end());
	}

	/**
	 * Plans a stamp.
	 * @param targets one target for each branch, or none for {@code heads}; one of them
	 * may begin with a START
	 * @return the plan
	 */
	public Plan stamp(List<String> targets) {
		List<Range> ranges = targets.stream().map(Range::parse).toList();
		List<Range> starting = ranges.stream().filter((range) -> !range.start().isEmpty()).toList();
		if (starting.size() > 1) {
			throw new InvalidTargetException(starting.get(1).text(),
					"`" + starting.get(0).text() + "` and `" + starting.get(1).text()
							+ "` both give the start of the script.",
					"Give it once, with commas if a database there has several version rows: a,b:c.");
		}
		List<String> rows = starting.isEmpty() ? List.of() : rows(starting.get(0), Direction.STAMP);
		List<String> ends = ranges.stream().map((range) -> range.end().isEmpty() ? Target.HEADS : range.end()).toList();
		return new Planner(this.graph).stamp(rows, ends.isEmpty() ? List.of(Target.HEADS) : ends);
	}

	/**
	 * Returns the version rows of a database in which START is applied.
	 */
	private List<String> rows(Range range, Direction direction) {
		if (range.start().isEmpty()) {
			return List.of();
		}
		TargetResolver resolver = new TargetResolver(this.graph, direction.command(), new BitSet());
		BitSet applied = new BitSet();
		for (String start : range.start().split(",", -1)) {
			Target target = Target.parse(start.strip());
			if (target.isCurrent()) {
				throw new InvalidTargetException(range.text(),
						"`" + start.strip() + "` means the state of a database, but this command does not read one.",
						"Write what `migrator current` shows, with commas between several: ab52a8c0fcb8,c3d4e5f60718:heads.");
			}
			if (target.countsFromDatabase()) {
				throw new InvalidTargetException(range.text(),
						"`" + start.strip()
								+ "` counts from the state of a database, but this command does not read one.",
						"Start the range at a revision: head-1, ae10+2.");
			}
			applied.or(resolver.resolve(target).revisions());
		}
		return this.graph.ids(this.graph.all().maximal(applied));
	}

	/**
	 * @param text all of it
	 * @param start the text before the colon, or nothing
	 * @param end the text after it
	 */
	private record Range(String text, String start, String end) {

		static Range parse(String text) {
			String[] parts = text.strip().split(":", -1);
			if (parts.length > 2 || text.isBlank()) {
				throw new InvalidTargetException(text, "`" + text + "` is not a range.",
						"A range is START:END, :END, START: or END.");
			}
			return (parts.length == 1) ? new Range(text, "", parts[0].strip())
					: new Range(text, parts[0].strip(), parts[1].strip());
		}

	}

}
