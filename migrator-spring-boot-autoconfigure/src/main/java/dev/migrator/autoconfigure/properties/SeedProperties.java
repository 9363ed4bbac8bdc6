package dev.migrator.autoconfigure.properties;

import java.util.List;

/**
 * Configuration properties of seed scripts.
 */
public class SeedProperties {

	/**
	 * Locations of seed scripts (classpath: or file:), searched with all their folders.
	 */
	private List<String> locations = List.of("classpath:db/seed");

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

}
