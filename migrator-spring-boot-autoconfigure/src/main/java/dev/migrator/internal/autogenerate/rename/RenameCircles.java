package dev.migrator.internal.autogenerate.rename;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.Rename;

/**
 * Recognizes the renames that exchange names in a circle.
 *
 * @param renames all renames that the user gave
 */
record RenameCircles(List<Rename> renames) {

	/**
	 * Returns whether names are exchanged in a circle: the object with the new name is
	 * renamed too, and the last one gets the name of this one.
	 */
	boolean contains(Rename rename) {
		Map<String, String> names = new HashMap<>();
		this.renames.forEach((other) -> names.put(other.from(), other.to()));
		String name = rename.to();
		while (name != null && !name.equals(rename.from())) {
			name = names.remove(name);
		}
		return name != null;
	}

}
