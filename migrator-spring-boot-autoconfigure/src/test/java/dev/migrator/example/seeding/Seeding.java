package dev.migrator.example.seeding;

/**
 * What a test may see of {@link SeedUsers}.
 */
public final class Seeding {

	private Seeding() {
	}

	/**
	 * How often the revision was created so far.
	 * @return the number of instances
	 */
	public static int instances() {
		return SeedUsers.created.get();
	}

}
