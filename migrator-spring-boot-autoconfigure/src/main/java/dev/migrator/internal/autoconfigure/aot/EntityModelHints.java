package dev.migrator.internal.autoconfigure.aot;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * The reflection with which the entities are read, in applications that have some.
 */
public class EntityModelHints implements RuntimeHintsRegistrar {

	/** Hibernate's own bridge to Bean Validation. */
	private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.proxies().registerJdkProxy(EntityManagerFactory.class);
		hints.reflection()
			.registerTypeIfPresent(classLoader, ACTIVATOR, MemberCategory.INVOKE_DECLARED_METHODS,
					MemberCategory.INVOKE_PUBLIC_METHODS);
	}

}
