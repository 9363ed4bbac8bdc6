package dev.migrator.internal.autogenerate.convention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SettingObject;

/**
 * Names the constraints and indexes of a model that nobody named. Their names are still
 * generated ones: in the database they may have any other name.
 */
public final class ConventionalNames {

	private final WantedModel model;

	private final NamingConvention convention;

	private final TakenNames taken = new TakenNames();

	private final Map<ObjectId, KeyObject> named = new HashMap<>();

	private ConventionalNames(WantedModel model, NamingConvention convention) {
		this.model = model;
		this.convention = convention;
	}

	/**
	 * Returns the model with conventional names.
	 * @param model the model
	 * @param convention the convention
	 * @return the same model if the convention has no names
	 */
	public static WantedModel in(WantedModel model, NamingConvention convention) {
		return convention.isEmpty() ? model : new ConventionalNames(model, convention).named();
	}

	private WantedModel named() {
		Map<KeyObject, ConventionalName> open = open();
		this.model.schema().all().stream().filter((object) -> !open.containsKey(object)).forEach(this.taken::add);
		this.model.schema().all(KeyObject.class).forEach((key) -> {
			ConventionalName name = open.get(key);
			if (name != null) {
				name(key, name);
			}
		});
		List<SchemaObject> objects = new ArrayList<>();
		this.model.schema().all().forEach((object) -> objects.add(then(object)));
		return this.model.toBuilder().schema(SchemaObjects.of(objects)).invented(invented(open.keySet())).build();
	}

	private Map<KeyObject, ConventionalName> open() {
		Map<KeyObject, ConventionalName> open = new HashMap<>();
		for (KeyObject key : this.model.schema().all(KeyObject.class)) {
			if (this.model.invented().contains(implicit(key))) {
				name(key).ifPresent((name) -> open.put(key, name));
			}
		}
		return open;
	}

	private Optional<ConventionalName> name(KeyObject key) {
		List<String> columns = this.model.schema()
			.partsOf(key.parent(), ColumnObject.class)
			.stream()
			.map((column) -> column.id().name())
			.toList();
		return ConventionalName.of(key, columns, this.convention);
	}

	private void name(KeyObject key, ConventionalName name) {
		int number = 0;
		KeyObject named = key.named(name.numbered(number));
		while (this.taken.has(named)) {
			named = key.named(name.numbered(++number));
		}
		this.taken.add(named);
		this.named.put(key.id(), named);
	}

	private Set<ImplicitName> invented(Set<KeyObject> before) {
		Set<ImplicitName> invented = new HashSet<>(this.model.invented());
		before.forEach((key) -> invented.remove(implicit(key)));
		this.named.values().forEach((key) -> invented.add(implicit(key)));
		return invented;
	}

	private static ImplicitName implicit(KeyObject key) {
		return new ImplicitName(key.table(), key.id().name());
	}

	private SchemaObject then(SchemaObject object) {
		KeyObject key = this.named.get(object.id());
		if (key != null) {
			return key;
		}
		if (object instanceof CommentObject comment) {
			KeyObject of = this.named.get(comment.of());
			return (of != null) ? comment.on(of.id()) : comment;
		}
		if (object instanceof SettingObject setting && setting.key() != null) {
			KeyObject of = this.named.get(setting.key());
			return (of != null) ? setting.of(of.id()) : setting;
		}
		return object;
	}

}
