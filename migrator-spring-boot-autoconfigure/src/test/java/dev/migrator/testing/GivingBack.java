package dev.migrator.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Gives back the databases of a test that has ended: those in its fields, and those that
 * it asked for itself. JUnit finds it by its service file.
 */
public final class GivingBack implements BeforeEachCallback, AfterEachCallback {

	private static final String BEFORE = "before";

	@Override
	public void beforeEach(ExtensionContext context) {
		store(context).put(BEFORE, Postgres.used());
	}

	@Override
	public void afterEach(ExtensionContext context) throws IllegalAccessException {
		if (context.getExecutionException().isPresent()) {
			// What it left may be of use to who looks for the reason.
			return;
		}
		Object test = context.getRequiredTestInstance();
		for (Class<?> type = test.getClass(); type != Object.class; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (field.getType() == TestDatabase.class && !Modifier.isStatic(field.getModifiers())) {
					field.setAccessible(true);
					Postgres.giveBack((TestDatabase) field.get(test));
				}
			}
		}
		Set<?> before = store(context).get(BEFORE, Set.class);
		Postgres.used().stream().filter((database) -> !before.contains(database)).forEach(Postgres::giveBack);
	}

	private static Store store(ExtensionContext context) {
		return context.getStore(Namespace.create(GivingBack.class, context.getUniqueId()));
	}

}
