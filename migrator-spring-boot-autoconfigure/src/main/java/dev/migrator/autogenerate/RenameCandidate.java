package dev.migrator.autogenerate;

/**
 * A possible rename: a table, a column or a value of an enum type that only the database
 * has, and an added one that may be the same under another name.
 *
 * @param kind {@code table}, {@code column} or {@code value}
 * @param rename the rename to give
 * @param to the added one; a value is named with its type
 */
public record RenameCandidate(String kind, Rename rename, String to) {

	/**
	 * Creates a candidate whose new name is given in full.
	 * @param kind the kind
	 * @param rename the rename to give
	 */
	public RenameCandidate(String kind, Rename rename) {
		this(kind, rename, rename.to());
	}

	@Override
	public String toString() {
		return "The %s %s may have been renamed to %s. If so, use --rename %s".formatted(this.kind, this.rename.from(),
				this.to, this.rename);
	}

}
