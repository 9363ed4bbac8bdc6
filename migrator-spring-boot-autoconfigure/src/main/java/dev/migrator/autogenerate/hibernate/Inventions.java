package dev.migrator.autogenerate.hibernate;

import java.util.HashSet;
import java.util.Set;

import dev.migrator.autogenerate.InventedName;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * Gives names to what the model does not name: those that PostgreSQL would choose, which
 * say more than the hashes of Hibernate.
 */
final class Inventions {

	private final Set<ObjectName> taken = new HashSet<>();

	private final Set<InventedName> invented = new HashSet<>();

	/**
	 * Says that a name is somebody's. All that are known have to be told before the first
	 * one is invented.
	 */
	void take(ObjectName name) {
		this.taken.add(name);
	}

	/**
	 * Invents a name.
	 * @param table the table of the constraint or index
	 * @param proposal the name, if nothing else has it
	 * @return the name, maybe with a number behind it, as PostgreSQL does it
	 */
	String name(ObjectName table, String proposal) {
		String name = proposal;
		for (int i = 1; !this.taken.add(table.sibling(name)); i++) {
			String number = String.valueOf(i);
			int room = NameRule.MAX_BYTES - number.length();
			name = PhysicalNames.cut(proposal, room) + number;
		}
		this.invented.add(new InventedName(table, name));
		return name;
	}

	Set<InventedName> all() {
		return this.invented;
	}

}
