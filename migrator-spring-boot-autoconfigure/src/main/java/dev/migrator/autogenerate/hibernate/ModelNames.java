package dev.migrator.autogenerate.hibernate;

import java.util.regex.Pattern;

import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;

/**
 * Tells the names in a model that somebody chose from those that Hibernate made, where
 * Hibernate does not remember it: a prefix and an MD5 hash to the base of 35.
 */
final class ModelNames {

	private static final Pattern FOREIGN_KEY = Pattern.compile("FK[0-9a-y]{18,25}");

	private static final Pattern INDEX = Pattern.compile("IDX[0-9a-y]{18,25}");

	private ModelNames() {
	}

	static boolean isInvented(ForeignKey key) {
		return key.getName() == null || FOREIGN_KEY.matcher(key.getName()).matches();
	}

	static boolean isInvented(Index index) {
		return index.getName() == null || INDEX.matcher(index.getName()).matches();
	}

}
