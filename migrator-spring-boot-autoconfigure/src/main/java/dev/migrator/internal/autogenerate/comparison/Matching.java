package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Matches the constraints or indexes of a table with those of the model: by the same
 * name, otherwise by the same structure, otherwise as a replacement.
 *
 * @param <T> the type of the matched objects
 */
final class Matching<T> {

	private final List<Pair<T>> same = new ArrayList<>();

	private final List<Pair<T>> renamed = new ArrayList<>();

	private final List<Pair<T>> changed = new ArrayList<>();

	private final List<T> added = new ArrayList<>();

	private final List<T> extra = new ArrayList<>();

	private final Function<T, ?> name;

	private final Function<T, Object> structuralKey;

	Matching(List<T> real, List<T> wanted, Function<T, ?> name, Function<T, Object> structuralKey,
			Function<T, @Nullable Object> successor, BiPredicate<T, T> renames) {
		this.name = name;
		this.structuralKey = structuralKey;
		Map<Object, T> left = new LinkedHashMap<>();
		real.forEach((object) -> left.put(name.apply(object), object));
		List<T> open = sameNameAndStructure(left, wanted);
		open = sameStructure(left, open, renames);
		open = matched(left, open, (object) -> name.apply(object), this.changed);
		this.added.addAll(matched(left, open, successor, this.changed));
		this.extra.addAll(left.values());
	}

	private List<T> sameNameAndStructure(Map<Object, T> left, List<T> wanted) {
		List<T> open = new ArrayList<>();
		for (T object : wanted) {
			T real = left.get(this.name.apply(object));
			if (real != null && (real.equals(object)
					|| this.structuralKey.apply(real).equals(this.structuralKey.apply(object)))) {
				left.remove(this.name.apply(real));
				this.same.add(new Pair<>(real, object));
			}
			else {
				open.add(object);
			}
		}
		return open;
	}

	private List<T> sameStructure(Map<Object, T> left, List<T> wanted, BiPredicate<T, T> renames) {
		List<Pair<T>> pairs = new ArrayList<>();
		List<T> open = matched(left, wanted, (object) -> this.structuralKey.apply(object), pairs);
		pairs.forEach((pair) -> (renames.test(pair.real(), pair.wanted()) ? this.renamed : this.same).add(pair));
		return open;
	}

	private List<T> matched(Map<Object, T> left, List<T> wanted, Function<T, @Nullable Object> key,
			List<Pair<T>> pairs) {
		if (wanted.isEmpty() || left.isEmpty()) {
			return wanted;
		}
		Map<Object, Deque<T>> byKey = new HashMap<>();
		left.values().forEach((object) -> {
			Object value = key.apply(object);
			if (value != null) {
				byKey.computeIfAbsent(value, (it) -> new ArrayDeque<>()).add(object);
			}
		});
		List<T> open = new ArrayList<>();
		for (T object : wanted) {
			Object value = key.apply(object);
			Deque<T> candidates = (value != null) ? byKey.get(value) : null;
			T real = (candidates != null) ? candidates.poll() : null;
			if (real == null) {
				open.add(object);
			}
			else {
				left.remove(this.name.apply(real));
				pairs.add(new Pair<>(real, object));
			}
		}
		return open;
	}

	/**
	 * Matches the only object that is left in the database with the only added one, if
	 * both have the same key.
	 * @param wantedKey the key of an added object, or {@code null} for none
	 * @param realKey the key of an object that is left
	 */
	void changeOnlyOnes(Function<T, @Nullable Object> wantedKey, Function<T, @Nullable Object> realKey) {
		if (this.added.isEmpty() || this.extra.isEmpty()) {
			return;
		}
		Map<Object, List<T>> left = byKey(this.extra, realKey);
		byKey(this.added, wantedKey).forEach((key, wanted) -> {
			List<T> real = left.getOrDefault(key, List.of());
			if (wanted.size() == 1 && real.size() == 1) {
				this.added.remove(wanted.get(0));
				this.extra.remove(real.get(0));
				this.changed.add(new Pair<>(real.get(0), wanted.get(0)));
			}
		});
	}

	private static <T> Map<Object, List<T>> byKey(List<T> objects, Function<T, @Nullable Object> key) {
		Map<Object, List<T>> byKey = new LinkedHashMap<>();
		for (T object : objects) {
			Object value = key.apply(object);
			if (value != null) {
				byKey.computeIfAbsent(value, (it) -> new ArrayList<>()).add(object);
			}
		}
		return byKey;
	}

	List<Pair<T>> same() {
		return this.same;
	}

	List<Pair<T>> renamed() {
		return this.renamed;
	}

	List<Pair<T>> changed() {
		return this.changed;
	}

	List<T> added() {
		return this.added;
	}

	List<T> extra() {
		return this.extra;
	}

	/**
	 * An object of the database, and its wanted form.
	 *
	 * @param <T> the type of the objects
	 * @param real the object of the database
	 * @param wanted the wanted object
	 */
	record Pair<T>(T real, T wanted) {
	}

}
