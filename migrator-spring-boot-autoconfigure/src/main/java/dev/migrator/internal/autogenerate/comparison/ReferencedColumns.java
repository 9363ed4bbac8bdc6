package dev.migrator.internal.autogenerate.comparison;

import java.util.HashSet;
import java.util.Set;

import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.internal.autogenerate.rename.UnchosenKeys;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import org.jspecify.annotations.Nullable;

/**
 * The columns that foreign keys reference, of wanted foreign keys and of those that stay.
 * Keys that keep these columns unique are needed.
 */
final class ReferencedColumns {

	private final SchemaObjects real;

	private final SchemaObjects wanted;

	private final NamingConvention names;

	private @Nullable Set<Set<ObjectId>> known;

	ReferencedColumns(SchemaObjects real, SchemaObjects wanted, NamingConvention names) {
		this.real = real;
		this.wanted = wanted;
		this.names = names;
	}

	/**
	 * Returns whether a foreign key may need a key.
	 */
	boolean need(KeyObject key) {
		return !key.key().isEmpty() && all().contains(key.key());
	}

	private Set<Set<ObjectId>> all() {
		Set<Set<ObjectId>> all = this.known;
		if (all == null) {
			all = new HashSet<>();
			for (KeyObject key : this.wanted.all(KeyObject.class)) {
				all.add(key.references());
			}
			for (KeyObject key : this.real.all(KeyObject.class)) {
				if (!key.references().isEmpty() && !followsItsColumn(key)) {
					all.add(key.references());
				}
			}
			this.known = all;
		}
		return all;
	}

	private boolean followsItsColumn(KeyObject key) {
		return UnchosenKeys.isOne(key,
				UnchosenKeys.over(key,
						this.real.partsOf(key.parent(), ColumnObject.class)
							.stream()
							.map((column) -> column.id().name())
							.toList()),
				this.names);
	}

}
