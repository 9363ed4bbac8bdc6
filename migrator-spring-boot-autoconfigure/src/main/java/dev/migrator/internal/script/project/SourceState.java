package dev.migrator.internal.script.project;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.problem.Printable;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How the revisions that an application was built with differ from those in its sources.
 *
 * @param notBuilt revisions of the sources that the application does not have
 * @param withoutSource revisions that it has, and whose source is gone
 * @param missing the same, where sources that are there stand on them: those may come
 * from sources that are not known
 * @param edited revisions that it has as they were before their source was edited
 * @param unreadable why the sources could not be read, or {@code null} if they could
 */
public record SourceState(List<Revision> notBuilt, List<Revision> withoutSource, List<Revision> missing,
		List<Revision> edited, @Nullable String unreadable) {

	/** The application is as its sources say, or they are not there. */
	public static final SourceState SAME = new SourceState(List.of(), List.of(), List.of(), List.of(), null);

	public SourceState {
		notBuilt = List.copyOf(notBuilt);
		withoutSource = List.copyOf(withoutSource);
		missing = List.copyOf(missing);
		edited = List.copyOf(edited);
	}

	/**
	 * Of sources that cannot be read.
	 * @param reason why
	 * @return a state that knows nothing else
	 */
	public static SourceState unreadable(String reason) {
		return new SourceState(List.of(), List.of(), List.of(), List.of(), reason);
	}

	/**
	 * The ids of the revisions whose source is gone.
	 * @return ids
	 */
	public Set<String> idsWithoutSource() {
		return this.withoutSource.stream().map(Revision::id).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Says it in one line, with what to do.
	 * @return the line, or {@code null} if there is nothing to say
	 */
	public @Nullable String line() {
		if (this.unreadable != null) {
			return "The revisions in the sources cannot be read, so this is what the application was built with: "
					+ Printable.line(this.unreadable);
		}
		return new StaleLine().add("not built yet", named(this.notBuilt))
			.add("edited since", named(this.edited))
			.add("built, but their source is gone", named(this.withoutSource))
			.add("not found among the sources, although others stand on them", named(this.missing))
			.between("The application is not built from the sources as they are now. Revisions ",
					". Build it clean, then run this again.");
	}

	private static List<String> named(List<Revision> revisions) {
		return revisions.stream().map((revision) -> revision.id() + " (" + fileName(revision.source()) + ")").toList();
	}

	private static String fileName(String source) {
		return source.substring(source.lastIndexOf('/') + 1);
	}

}
