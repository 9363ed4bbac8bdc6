package dev.migrator.testing;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the types that a sealed type can be.
 */
public final class SealedTypes {

	private SealedTypes() {
	}

	/**
	 * Finds the types that are not sealed themselves, however they are grouped.
	 * @param type a sealed type
	 * @return the types, in the order in which they are permitted
	 */
	public static Set<Class<?>> kinds(Class<?> type) {
		Set<Class<?>> kinds = new LinkedHashSet<>();
		for (Class<?> kind : type.getPermittedSubclasses()) {
			kinds.addAll(kind.isSealed() ? kinds(kind) : Set.of(kind));
		}
		return kinds;
	}

}
