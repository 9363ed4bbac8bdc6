package dev.migrator.autogenerate;

/**
 * A table, a column or a value of an enum type that only the database has, and an added
 * one, that may be one under another name.
 *
 * @param kind {@code table}, {@code column} or {@code value}
 * @param rename what would have to be said
 * @param to the added one: of a value with its type, which is not said again
 */
public record RenameCandidate(String kind, Rename rename, String to) {

	/**
	 * One whose new name is said in full.
	 * @param kind what it is
	 * @param rename what would have to be said
	 */
	public RenameCandidate(String kind, Rename rename) {
		this(kind, rename, rename.to());
	}

	@Override
	public String toString() {
		return "The %s %s may be %s under another name: --rename %s".formatted(this.kind, this.rename.from(), this.to,
				this.rename);
	}

}
