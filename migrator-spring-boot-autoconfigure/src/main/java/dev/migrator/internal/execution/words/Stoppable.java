package dev.migrator.internal.execution.words;

/**
 * Work that may be stopped by a signal to the process or by an interrupt of its thread.
 */
public enum Stoppable {

	/** A run of revisions. */
	MIGRATION("migration", "What was applied stays applied. Start again, and it goes on there."),

	/** What only reads, or leaves nothing behind when it is cancelled. */
	READING("work on the database", "Nothing of it was kept. Start again.");

	private final String name;

	private final String left;

	Stoppable(String name, String left) {
		this.name = name;
		this.left = left;
	}

	/**
	 * What is left of it, and what to do, for a person.
	 */
	public String left() {
		return this.left;
	}

	/**
	 * What it is, without an article.
	 */
	public String noun() {
		return this.name;
	}

}
