package dev.migrator.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives back the databases in the fields of a test that has ended. JUnit finds it by its
 * service file.
 */
public final class GivingBack implements AfterEachCallback {

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
	}

}
