package dev.migrator.autogenerate;

/**
 * What a database would have to become to have what the application wants.
 *
 * @param differences what leads there
 * @param model what is wanted
 */
public record ModelDifferences(Differences differences, WantedModel model) {

	/**
	 * Whether the database has what is wanted, as far as that is compared.
	 * @return whether there is nothing to do
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

}
