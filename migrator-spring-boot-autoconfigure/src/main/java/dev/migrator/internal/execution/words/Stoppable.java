package dev.migrator.internal.execution.words;

/**
 * Work that may be stopped by a signal to the process or by an interrupt of its thread.
 */
public enum Stoppable {

	/** A run of revisions. */
	MIGRATION("migration", "What was applied stays applied. Start again; it continues from there."),

	/** Work that only reads, or leaves nothing when it is cancelled. */
	READING("work on the database", "Nothing of it was kept. Start again.");

	private final String name;

	private final String left;

	Stoppable(String name, String left) {
		this.name = name;
		this.left = left;
	}

	/**
	 * Describes what remains of the work, and what a person does next.
	 */
	public String left() {
		return this.left;
	}

	/**
	 * Returns the name of the work, without an article.
	 */
	public String noun() {
		return this.name;
	}

}
