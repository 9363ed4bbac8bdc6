package dev.migrator.autogenerate;

/**
 * A table or column that only the database has, and an added one, that may be one under
 * another name.
 *
 * @param kind {@code table} or {@code column}
 * @param rename what would have to be said
 */
public record RenameCandidate(String kind, Rename rename) {

	@Override
	public String toString() {
		return "The %s %s may be %s under another name: --rename %s".formatted(this.kind, this.rename.from(),
				this.rename.to(), this.rename);
	}

}
