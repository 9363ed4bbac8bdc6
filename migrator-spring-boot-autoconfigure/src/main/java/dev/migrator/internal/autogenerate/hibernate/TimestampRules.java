package dev.migrator.internal.autogenerate.hibernate;

import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

import org.hibernate.Version;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.generator.EventType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns NOT NULL whose timestamps Hibernate sets whenever it inserts a row.
 * Hibernate itself does this when it starts a session factory, except the version of
 * Spring Boot 4.0.
 */
final class TimestampRules {

	private TimestampRules() {
	}

	static void apply(Metadata metadata) {
		if (Version.getVersionString().startsWith("7.2.")) {
			return;
		}
		ClassLoaderService classes = metadata.getDatabase()
			.getServiceRegistry()
			.requireService(ClassLoaderService.class);
		for (PersistentClass entity : metadata.getEntityBindings()) {
			if (entity.getClassName() != null) {
				entity.getProperties().forEach((property) -> apply(property, entity.getMappedClass(), classes));
			}
		}
	}

	private static void apply(Property property, Class<?> owner, ClassLoaderService classes) {
		if (property.getValue() instanceof Component component) {
			if (component.getComponentClassName() != null) {
				component.getProperties().forEach((part) -> apply(part, declaring(component, part, classes), classes));
			}
		}
		else if (property.getValue() instanceof BasicValue value && value.getColumn() instanceof Column column
				&& property.getValueGeneratorCreator() != null && isAlwaysSet(property.getName(), owner)) {
			column.setNullable(false);
		}
	}

	/**
	 * Returns the class that declares a part of an embeddable, which may be a subclass of
	 * it.
	 */
	private static Class<?> declaring(Component component, Property part, ClassLoaderService classes) {
		String declaring = component.getPropertyDeclaringClass(part);
		return (declaring != null) ? classes.classForName(declaring) : component.getComponentClass();
	}

	/**
	 * Reads the members themselves: Hibernate's access to a value also needs a setter,
	 * which an interface does not have.
	 */
	private static boolean isAlwaysSet(String property, @Nullable Class<?> owner) {
		return owner != null
				&& (Stream.concat(Stream.of(owner.getDeclaredFields()), Stream.of(owner.getDeclaredMethods()))
					.anyMatch((member) -> isOf(property, member) && isAlwaysSet((AnnotatedElement) member))
						|| isAlwaysSet(property, owner.getSuperclass())
						|| Stream.of(owner.getInterfaces()).anyMatch((type) -> isAlwaysSet(property, type)));
	}

	private static boolean isOf(String property, Member member) {
		String name = member.getName();
		return name.equals(property) || (member instanceof Method
				&& Introspector.decapitalize(name.replaceFirst("^(?:get|is)", "")).equals(property));
	}

	private static boolean isAlwaysSet(AnnotatedElement member) {
		return member.isAnnotationPresent(CreationTimestamp.class) || member.isAnnotationPresent(UpdateTimestamp.class)
				|| isSetOnInsert(member.getAnnotation(CurrentTimestamp.class));
	}

	private static boolean isSetOnInsert(@Nullable CurrentTimestamp current) {
		return current != null && Arrays.asList(current.event()).contains(EventType.INSERT);
	}

}
