package dev.migrator.internal.autogenerate.hibernate;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Sorts attributes in the order in which a class declares them: those of its superclasses
 * first, then its fields. An attribute that is only a getter follows the fields of its
 * class. The order of the fields is that of the class file, which HotSpot keeps. It does
 * not keep the order of methods, so getters are in alphabetical order.
 */
final class DeclaredAttributes {

	private final Map<String, Integer> positions = new HashMap<>();

	private DeclaredAttributes() {
	}

	/**
	 * Sorts attributes.
	 * @param type the class that has them, or {@code null} for none: a map has no order
	 * @param attributes the attributes; those that the class does not declare come last
	 */
	static List<Property> sorted(@Nullable Class<?> type, List<Property> attributes) {
		DeclaredAttributes declared = new DeclaredAttributes();
		Deque<Class<?>> classes = new ArrayDeque<>();
		for (Class<?> next = type; next != null && next != Object.class; next = next.getSuperclass()) {
			classes.push(next);
		}
		classes.forEach(declared::read);
		return attributes.stream()
			.sorted(Comparator.comparing((attribute) -> Objects
				.requireNonNullElse(declared.positions.get(attribute.getName()), Integer.MAX_VALUE)))
			.toList();
	}

	private void read(Class<?> type) {
		Stream
			.concat(Arrays.stream(type.getDeclaredFields())
				.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
				.map(Field::getName),
					Arrays.stream(type.getDeclaredMethods())
						.filter((method) -> method.getParameterCount() == 0 && !method.isSynthetic())
						.map(Method::getName)
						.flatMap(DeclaredAttributes::ofGetter)
						.sorted())
			.forEach((name) -> this.positions.putIfAbsent(name, this.positions.size()));
	}

	private static Stream<String> ofGetter(String method) {
		return Stream.of("get", "is")
			.filter((prefix) -> method.startsWith(prefix) && method.length() > prefix.length())
			.map((prefix) -> Introspector.decapitalize(method.substring(prefix.length())));
	}

}
