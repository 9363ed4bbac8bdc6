package dev.migrator.autogenerate;

/**
 * A table, a column or a value of an enum type that only the database has, and an added
 * one, that may be one under another name.
 *
 * @param kind {@code table}, {@code column} or {@code value}
 * @param rename what would have to be said
 */
public record RenameCandidate(String kind, Rename rename) {

	@Override
	public String toString() {
		return "The %s %s may be %s under another name: --rename %s".formatted(this.kind, this.rename.from(),
				this.rename.to(), this.rename);
	}

}
