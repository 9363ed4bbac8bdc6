package dev.migrator.directives;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.operation.Operation;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.testing.SealedTypes;
import org.jspecify.annotations.Nullable;

/**
 * Each operation with each attribute changed: each constant of an enumeration, what may
 * be {@code null} set and not, each boolean both ways, each kind of value where several
 * can stand, lists without elements. What cannot be is left out.
 */
final class OperationVariants {

	/**
	 * What was there before is not written, nor what is known of the effects of SQL: of
	 * that one example is enough.
	 */
	static final Set<String> BEFORE = Set.of("was", "wasNotValid", "typeWas", "collationWas", "usingBack", "undo",
			"effects");

	private static final String ODD = "it's \"x\".y \\ \\u0041\n";

	private OperationVariants() {
	}

	static Set<Operation> all() {
		Set<Operation> all = new LinkedHashSet<>();
		Set<Class<?>> tried = new HashSet<>();
		for (Operation sample : OperationSamples.all()) {
			all.add(sample);
			variants((Record) sample, tried).forEach((variant) -> all.add((Operation) variant));
		}
		return all;
	}

	private static List<Object> variants(Record sample, Set<Class<?>> tried) {
		List<Object> variants = new ArrayList<>();
		RecordComponent[] components = sample.getClass().getRecordComponents();
		for (int i = 0; i < components.length; i++) {
			Object value = value(sample, components[i]);
			for (Object other : others(components[i].getAnnotatedType(), value, components[i].getName(), tried)) {
				Object[] values = Arrays.stream(components).map((each) -> value(sample, each)).toArray();
				values[i] = other;
				Object variant = create(sample.getClass(), values);
				if (variant != null) {
					variants.add(variant);
				}
			}
		}
		return variants;
	}

	private static List<@Nullable Object> others(AnnotatedType type, @Nullable Object value, String name,
			Set<Class<?>> tried) {
		List<@Nullable Object> others = new ArrayList<>();
		if (isNullable(type)) {
			others.add(null);
		}
		Class<?> raw = raw(type);
		if (raw == boolean.class || raw == Boolean.class) {
			others.addAll(List.of(true, false));
		}
		else if (raw.isEnum()) {
			others.addAll(List.of(raw.getEnumConstants()));
		}
		else if (raw == String.class) {
			others.add(ODD);
		}
		else if (BEFORE.contains(name) || value == null) {
			return others;
		}
		else if (raw.isSealed()) {
			others.addAll(samples(raw, tried));
		}
		else if (value instanceof Record object) {
			others.addAll(variants(object, tried));
		}
		else if (value instanceof List<?> list) {
			others.addAll(lists(type, list, tried));
		}
		else if (value instanceof Map<?, ?>) {
			others.add(Map.of());
		}
		else if (value instanceof Set<?> constants && constants.iterator().next() instanceof Enum<?> constant) {
			others.addAll(sets(constant.getDeclaringClass()));
		}
		return others;
	}

	/**
	 * All values of a kind where it stands first, then one of each.
	 */
	private static List<Object> samples(Class<?> sealed, Set<Class<?>> tried) {
		List<Object> samples = Stream
			.of(OperationSamples.CONSTRAINTS, OperationSamples.TYPES, OperationSamples.EXPRESSIONS,
					OperationSamples.COMMENTED, OperationSamples.TARGETS)
			.filter((each) -> sealed.isInstance(each.get(0)))
			.<Object>flatMap(List::stream)
			.toList();
		if (tried.add(sealed)) {
			return samples.stream()
				.flatMap((sample) -> Stream.concat(Stream.of(sample), variants((Record) sample, tried).stream()))
				.toList();
		}
		Set<Class<?>> kinds = new HashSet<>();
		return samples.stream().filter((sample) -> kinds.add(sample.getClass())).toList();
	}

	private static List<Object> lists(AnnotatedType type, List<?> list, Set<Class<?>> tried) {
		List<Object> lists = new ArrayList<>();
		lists.add(List.of());
		if (!list.isEmpty() && type instanceof AnnotatedParameterizedType parameterized) {
			lists.add(list.subList(0, 1));
			AnnotatedType element = parameterized.getAnnotatedActualTypeArguments()[0];
			for (Object other : others(element, list.get(0), "", tried)) {
				List<Object> changed = new ArrayList<>(list);
				changed.set(0, other);
				lists.add(changed);
			}
		}
		return lists;
	}

	private static <E extends Enum<E>> List<Object> sets(Class<E> type) {
		return EnumSet.allOf(type).stream().<Object>map(EnumSet::of).toList();
	}

	private static @Nullable Object create(Class<?> type, Object[] values) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(
					Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
			constructor.setAccessible(true);
			return constructor.newInstance(values);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof InvalidDefinitionException) {
				return null;
			}
			throw new IllegalStateException(Arrays.toString(values), ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static @Nullable Object value(Object object, RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(object);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	static Class<?> raw(AnnotatedType type) {
		if (type.getType() instanceof Class<?> plain) {
			return plain;
		}
		if (type instanceof AnnotatedParameterizedType parameterized) {
			return (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
		}
		return Object.class;
	}

	/**
	 * What stands in the attributes of operations: {@code Column.nullable=true}.
	 */
	static Set<String> attributes(Collection<Operation> operations) {
		Set<String> attributes = new HashSet<>();
		operations.forEach((operation) -> collect(operation, attributes));
		return attributes;
	}

	private static void collect(@Nullable Object value, Set<String> attributes) {
		if (value instanceof Collection<?> elements) {
			elements.forEach((element) -> collect(element, attributes));
		}
		if (!(value instanceof Record)) {
			return;
		}
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			Object attribute = value(value, component);
			String name = value.getClass().getSimpleName() + "." + component.getName() + "=";
			attributes.add(name + ((attribute != null) ? "something" : "null"));
			attributes.add(name + ((attribute instanceof Record) ? attribute.getClass().getSimpleName() : attribute));
			if (attribute instanceof Set<?> constants) {
				constants.forEach((constant) -> attributes.add(name + constant));
			}
			collect(attribute, attributes);
		}
	}

	/**
	 * What could stand in the attributes of a record.
	 */
	static Set<String> possible(Class<?> type) {
		Set<String> possible = new LinkedHashSet<>();
		for (RecordComponent component : type.getRecordComponents()) {
			String name = type.getSimpleName() + "." + component.getName() + "=";
			possible.add(name + "something");
			AnnotatedType attribute = component.getAnnotatedType();
			Class<?> raw = raw(attribute);
			if (isNullable(attribute)) {
				possible.add(name + "null");
			}
			if (raw == boolean.class || raw == Boolean.class) {
				possible.addAll(List.of(name + "true", name + "false"));
			}
			if (raw.isEnum()) {
				Arrays.stream(raw.getEnumConstants()).forEach((constant) -> possible.add(name + constant));
			}
			if (raw.isSealed() && !BEFORE.contains(component.getName())) {
				SealedTypes.kinds(raw).forEach((kind) -> possible.add(name + kind.getSimpleName()));
			}
		}
		return possible;
	}

}
