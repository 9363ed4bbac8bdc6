package dev.migrator.internal.autogenerate.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import dev.migrator.autogenerate.UnreadableModelException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Applies the constraints of Jakarta Validation to columns: NOT NULL, lengths, digits,
 * minimum and maximum. Hibernate does this when it starts a session factory, if Jakarta
 * Validation is available and not switched off.
 */
final class ValidationRules {

	private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";

	private ValidationRules() {
	}

	static void apply(Metadata metadata) {
		ServiceRegistry services = metadata.getDatabase().getServiceRegistry();
		Map<String, Object> settings = services.requireService(ConfigurationService.class).getSettings();
		ClassLoaderService classes = services.requireService(ClassLoaderService.class);
		if (!isWanted(settings) || !isThere(classes)) {
			return;
		}
		Api.apply(metadata,
				first(settings, "jakarta.persistence.validation.factory", "javax.persistence.validation.factory"),
				settings, classes);
	}

	private static boolean isWanted(Map<String, Object> settings) {
		Object mode = first(settings, "jakarta.persistence.validation.mode", "javax.persistence.validation.mode");
		String modes = (mode != null) ? mode.toString().toLowerCase(Locale.ROOT) : "auto";
		Object applied = settings.get("hibernate.validator.apply_to_ddl");
		return (modes.contains("auto") || modes.contains("ddl"))
				&& (applied == null || StandardConverters.BOOLEAN.convert(applied));
	}

	private static @Nullable Object first(Map<String, Object> settings, String name, String otherwise) {
		return (settings.get(name) != null) ? settings.get(name) : settings.get(otherwise);
	}

	private static boolean isThere(ClassLoaderService classes) {
		try {
			classes.classForName("jakarta.validation.ConstraintViolation");
			return true;
		}
		catch (ClassLoadingException ex) {
			return false;
		}
	}

	private static UnreadableModelException unreadable(Throwable cause) {
		return new UnreadableModelException(
				"The constraints of Jakarta Validation cannot be applied to columns: " + cause.getMessage(),
				"Fix the constraints, or set spring.jpa.properties.hibernate.validator.apply_to_ddl=false so that "
						+ "they do not apply to columns.",
				cause);
	}

	/**
	 * Contains all that uses the API, which may be missing on the class path.
	 */
	private static final class Api {

		static void apply(Metadata metadata, @Nullable Object given, Map<String, Object> settings,
				ClassLoaderService classes) {
			if (given instanceof ValidatorFactory factory) {
				apply(metadata, factory, settings, classes);
				return;
			}
			try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
				apply(metadata, factory, settings, classes);
			}
			catch (NoProviderFoundException ex) {
				// As for Hibernate: then nothing is validated.
			}
			catch (ValidationException ex) {
				throw unreadable(ex);
			}
		}

		/**
		 * Calls Hibernate's own method, which Hibernate also calls by reflection. Other
		 * callers have no other way.
		 */
		private static void apply(Metadata metadata, ValidatorFactory factory, Map<String, Object> settings,
				ClassLoaderService classes) {
			try {
				Method apply = Class.forName(ACTIVATOR, false, Metadata.class.getClassLoader())
					.getMethod("applyRelationalConstraints", ValidatorFactory.class, Collection.class, Map.class,
							Dialect.class, ClassLoaderAccess.class);
				apply.setAccessible(true);
				apply.invoke(null, factory, metadata.getEntityBindings(), settings, metadata.getDatabase().getDialect(),
						new ClassLoaderAccessImpl(classes));
			}
			catch (InvocationTargetException ex) {
				throw unreadable(ex.getTargetException());
			}
			catch (ReflectiveOperationException ex) {
				throw unreadable(ex);
			}
		}

	}

}
