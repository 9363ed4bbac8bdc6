package dev.migrator.autogenerate.hibernate;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;

import org.hibernate.Version;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.Metadata;
import org.hibernate.generator.EventType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Says NOT NULL of the columns of timestamps that Hibernate sets whenever it inserts a
 * row. Hibernate itself says so when it starts a session factory; that of Spring Boot 4.0
 * did not.
 */
final class TimestampRules {

	private TimestampRules() {
	}

	static void apply(Metadata metadata) {
		if (Version.getVersionString().startsWith("7.2.")) {
			return;
		}
		for (PersistentClass entity : metadata.getEntityBindings()) {
			if (entity.getClassName() != null) {
				apply(entity.getProperties(), entity.getMappedClass());
			}
		}
	}

	private static void apply(List<Property> properties, Class<?> owner) {
		for (Property property : properties) {
			if (property.getValue() instanceof Component component) {
				if (component.getComponentClassName() != null) {
					apply(component.getProperties(), component.getComponentClass());
				}
			}
			else if (property.getValue() instanceof BasicValue value && value.getColumn() instanceof Column column
					&& !property.isSynthetic() && isAlwaysSet(property, owner)) {
				column.setNullable(false);
			}
		}
	}

	private static boolean isAlwaysSet(Property property, Class<?> owner) {
		Member member = property.getGetter(owner).getMember();
		if (!(member instanceof AnnotatedElement annotated)) {
			return false;
		}
		return annotated.isAnnotationPresent(CreationTimestamp.class)
				|| annotated.isAnnotationPresent(UpdateTimestamp.class)
				|| isSetOnInsert(annotated.getAnnotation(CurrentTimestamp.class));
	}

	private static boolean isSetOnInsert(@Nullable CurrentTimestamp current) {
		return current != null && Arrays.asList(current.event()).contains(EventType.INSERT);
	}

}
