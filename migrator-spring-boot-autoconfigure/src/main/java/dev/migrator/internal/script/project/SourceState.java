package dev.migrator.internal.script.project;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.problem.Printable;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the revisions that an application was built with and those in
 * its sources.
 *
 * @param notBuilt revisions of the sources that the application does not have
 * @param withoutSource revisions that it has, but whose source does not exist any more
 * @param missing the same, but revisions in the sources follow them: these may come from
 * unknown sources
 * @param edited revisions whose source was edited after the build
 * @param unreadable the reason why the sources could not be read, or {@code null} if they
 * could be read
 */
public record SourceState(List<Revision> notBuilt, List<Revision> withoutSource, List<Revision> missing,
		List<Revision> edited, @Nullable String unreadable) {

	/** The application is built from the present sources, or there are no sources. */
	public static final SourceState SAME = new SourceState(List.of(), List.of(), List.of(), List.of(), null);

	public SourceState {
		notBuilt = List.copyOf(notBuilt);
		withoutSource = List.copyOf(withoutSource);
		missing = List.copyOf(missing);
		edited = List.copyOf(edited);
	}

	/**
	 * Creates the state for sources that cannot be read.
	 * @param reason the reason
	 * @return a state without other data
	 */
	public static SourceState unreadable(String reason) {
		return new SourceState(List.of(), List.of(), List.of(), List.of(), reason);
	}

	/**
	 * Returns the ids of the revisions without a source.
	 * @return ids
	 */
	public Set<String> idsWithoutSource() {
		return this.withoutSource.stream().map(Revision::id).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Returns one line with the differences and the advice.
	 * @return the line, or {@code null} if there are no differences
	 */
	public @Nullable String line() {
		if (this.unreadable != null) {
			return "The revisions in the sources cannot be read, so these are the revisions that the application was built with: "
					+ Printable.line(this.unreadable);
		}
		return new StaleLine().add("not built yet", named(this.notBuilt))
			.add("edited since", named(this.edited))
			.add("built, but without a source", named(this.withoutSource))
			.add("not found in the sources, although other revisions follow them", named(this.missing))
			.between("The application was not built from the present sources. Revisions ",
					". Clean what was built (mvn clean, gradle clean), build it, then run this command again.");
	}

	private static List<String> named(List<Revision> revisions) {
		return revisions.stream().map((revision) -> revision.id() + " (" + fileName(revision.source()) + ")").toList();
	}

	private static String fileName(String source) {
		return source.substring(source.lastIndexOf('/') + 1);
	}

}
