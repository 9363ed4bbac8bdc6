package dev.migrator.internal.autogenerate.rename;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.migrator.internal.autogenerate.rule.KeyRule;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.TemporaryName;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.operation.Effects;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and indexes that only get another name. If some exchange their names, one
 * of them is renamed through a third name.
 */
public final class Renamed {

	private final SchemaObjects there;

	private final SchemaObjects then;

	/** The existing objects, by the identities that they get. */
	private final Map<ObjectId, KeyObject> was = new LinkedHashMap<>();

	/**
	 * The objects that have to be created again, because another object has their name.
	 */
	private final Map<KeyObject, KeyObject> madeAnew = new LinkedHashMap<>();

	/** The third names, by the identity of the object. */
	private final Map<ObjectId, String> thirdNames = new HashMap<>();

	private Renamed(SchemaObjects there, SchemaObjects then) {
		this.there = there;
		this.then = then;
	}

	/**
	 * Finds the objects to rename.
	 * @param names the identity that an object has, and the one that it gets
	 * @param there the existing objects
	 * @param then the objects in the end
	 */
	public static Renamed of(Map<ObjectId, ObjectId> names, SchemaObjects there, SchemaObjects then) {
		Renamed renamed = new Renamed(there, then);
		names.forEach((from, to) -> renamed.was.put(to, (KeyObject) Objects.requireNonNull(there.get(from))));
		names.values().stream().filter((to) -> there.has(to) && !names.containsKey(to)).forEach(renamed::leaveOut);
		renamed.breakCircles();
		return renamed;
	}

	/**
	 * Leaves out an object that would get the identity of one that stays, and so also the
	 * object that would have got its identity.
	 */
	private void leaveOut(ObjectId taken) {
		ObjectId id = taken;
		KeyObject key = this.was.remove(id);
		while (key != null) {
			this.madeAnew.put(key, then(id));
			id = key.id();
			key = this.was.remove(id);
		}
	}

	private KeyObject then(ObjectId id) {
		return (KeyObject) Objects.requireNonNull(this.then.get(id));
	}

	private void breakCircles() {
		Map<Object, ObjectId> byName = new HashMap<>();
		this.was.forEach((to, key) -> byName.put(name(key), to));
		Set<ObjectId> seen = new HashSet<>();
		for (ObjectId start : this.was.keySet()) {
			Set<ObjectId> way = new HashSet<>();
			ObjectId to = start;
			while (to != null && seen.add(to)) {
				way.add(to);
				to = byName.get(name(then(to)));
			}
			if (to != null && way.contains(to)) {
				KeyObject key = Objects.requireNonNull(this.was.get(to));
				this.thirdNames.put(key.id(),
						new TemporaryName(key.id().name()).free((name) -> isTaken(key.named(name))));
			}
		}
	}

	/**
	 * Returns the name that no two objects may have at once.
	 */
	private static Object name(KeyObject key) {
		return key.relation().isPresent() ? key.relation().get() : key.id();
	}

	private boolean isTaken(KeyObject named) {
		return List.of(this.there, this.then)
			.stream()
			.flatMap((objects) -> objects.all().stream())
			.anyMatch((object) -> object.id().equals(named.id())
					|| (named.relation().isPresent() && named.relation().equals(object.relation())));
	}

	/**
	 * Returns the existing objects, as if all renames had run.
	 */
	public SchemaObjects before() {
		if (this.was.isEmpty()) {
			return this.there;
		}
		Map<ObjectId, ObjectId> names = new HashMap<>();
		this.was.forEach((to, key) -> names.put(key.id(), to));
		return SchemaObjects.of(this.there.all().stream().map((object) -> {
			if (object instanceof SettingObject setting && setting.key() != null) {
				return setting.of(names.getOrDefault(setting.key(), setting.key()));
			}
			ObjectId to = names.get(object.id());
			if (to != null && object instanceof KeyObject key) {
				return then(to).inStateOf(key);
			}
			return (object instanceof CommentObject comment)
					? comment.on(names.getOrDefault(comment.of(), comment.of())) : object;
		}).toList());
	}

	public boolean isEmpty() {
		return this.was.isEmpty();
	}

	/**
	 * Returns the existing object that gets another name.
	 * @param to the identity that it gets
	 */
	@Nullable public KeyObject was(ObjectId to) {
		return this.was.get(to);
	}

	/**
	 * Returns an object with its present name: a constraint or an index that gets another
	 * name, or the comment on it.
	 */
	public SchemaObject asItIs(SchemaObject object) {
		if (object instanceof CommentObject comment) {
			KeyObject key = this.was.get(comment.of());
			return (key != null) ? comment.on(key.id()) : object;
		}
		return Objects.requireNonNullElse(this.was.get(object.id()), object);
	}

	public void forEach(BiConsumer<KeyObject, KeyObject> consumer) {
		this.was.forEach((to, key) -> consumer.accept(key, then(to)));
	}

	public Map<KeyObject, KeyObject> madeAnew() {
		return this.madeAnew;
	}

	/**
	 * Returns the steps that give an object its new name.
	 */
	public List<UnorderedChange> steps(KeyObject key, KeyObject to) {
		String detected = DetectedText.renamed(key, to);
		String third = this.thirdNames.get(key.id());
		Set<ObjectName> frees = key.relation().map(Set::of).orElse(Set.of());
		Set<ObjectName> takes = to.relation().map(Set::of).orElse(Set.of());
		if (third == null) {
			return List.of(UnorderedChange.of(to, KeyRule.renaming(key, to.id().name()), detected)
				.with(new Effects(Set.of(key.id()), Set.of(to.id()), frees, takes)));
		}
		return List.of(
				UnorderedChange.of(to, KeyRule.renaming(key, third), null)
					.with(new Effects(Set.of(key.id()), Set.of(), frees, Set.of())),
				UnorderedChange.of(to, KeyRule.renaming(key.named(third), to.id().name()), detected)
					.with(new Effects(Set.of(), Set.of(to.id()), Set.of(), takes)));
	}

}
