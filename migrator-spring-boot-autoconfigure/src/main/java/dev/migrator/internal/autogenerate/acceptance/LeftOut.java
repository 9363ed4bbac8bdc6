package dev.migrator.internal.autogenerate.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SettingObject;

/**
 * The differences that are left out, as what the database has in the end instead.
 *
 * @param instead what each object is in the end, by its identity; empty if it does not
 * exist
 * @param notRenamed the constraints and indexes that keep their name, by the identity
 * that they would get
 * @param needed a sentence for each accepted difference that another one needs
 */
public record LeftOut(Map<ObjectId, Optional<SchemaObject>> instead, Map<ObjectId, SchemaObject> notRenamed,
		List<String> needed) {

	/**
	 * Nothing is left out.
	 */
	public static final LeftOut NOTHING = new LeftOut(Map.of(), Map.of(), List.of());

	/**
	 * Returns the objects of a schema with what is there instead.
	 * @param side the schema that is wanted
	 */
	public SchemaObjects in(SchemaObjects side) {
		if (this.instead.isEmpty() && this.notRenamed.isEmpty()) {
			return side;
		}
		List<SchemaObject> objects = new ArrayList<>();
		Set<ObjectId> there = new HashSet<>();
		side.all().forEach((object) -> this.instead.getOrDefault(object.id(), Optional.of(object)).ifPresent((is) -> {
			SchemaObject named = named(is);
			if (there.add(named.id())) {
				objects.add(named);
			}
		}));
		this.instead.forEach((id, is) -> {
			if (is.isPresent() && (is.get().parent() == null || there.contains(is.get().parent())) && there.add(id)) {
				objects.add(is.get());
			}
		});
		return SchemaObjects.of(objects);
	}

	private SchemaObject named(SchemaObject object) {
		if (object instanceof CommentObject comment) {
			SchemaObject of = this.notRenamed.get(comment.of());
			return (of != null) ? comment.on(of.id()) : comment;
		}
		if (object instanceof SettingObject setting && setting.key() != null) {
			SchemaObject of = this.notRenamed.get(setting.key());
			return (of != null) ? setting.of(of.id()) : setting;
		}
		return Objects.requireNonNullElse(this.notRenamed.get(object.id()), object);
	}

	/**
	 * Returns the renames that are not left out.
	 * @param renamed the identity that an object has, and the one that it gets
	 */
	public Map<ObjectId, ObjectId> in(Map<ObjectId, ObjectId> renamed) {
		Map<ObjectId, ObjectId> left = new LinkedHashMap<>(renamed);
		left.values().removeAll(this.notRenamed.keySet());
		return left;
	}

}
