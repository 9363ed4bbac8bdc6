package dev.migrator.internal.autoconfigure.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.script.JavaRevision;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The Java revisions among the beans. Only their classes are read; a bean is created only
 * when its operations are needed.
 */
public final class JavaRevisionBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	public JavaRevisionBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	public List<JavaRevisionScript> scripts() {
		List<JavaRevisionScript> scripts = new ArrayList<>();
		for (String name : names()) {
			Class<?> type = this.beanFactory.getType(name, false);
			if (type != null) {
				scripts.add(JavaRevisionScript.of(ClassUtils.getUserClass(type), () -> create(name, type)));
			}
		}
		return scripts;
	}

	private Set<String> names() {
		Set<String> names = new LinkedHashSet<>(
				List.of(this.beanFactory.getBeanNamesForType(JavaRevision.class, true, false)));
		for (String name : this.beanFactory.getBeanDefinitionNames()) {
			if (this.beanFactory.getBeanDefinition(name).hasAttribute(JavaRevisionRegistrar.ATTRIBUTE)) {
				names.add(name);
			}
		}
		return names;
	}

	private JavaRevision create(String name, Class<?> type) {
		try {
			return this.beanFactory.getBean(name, JavaRevision.class);
		}
		catch (BeansException ex) {
			throw failed(type, ex);
		}
	}

	private static JavaRevisionException failed(Class<?> type, BeansException failure) {
		Set<String> path = new LinkedHashSet<>();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (!(cause instanceof BeanCreationException creation) || creation.getBeanName() == null) {
				continue;
			}
			boolean first = path.add(creation.getBeanName());
			if (first && creation instanceof BeanCurrentlyInCreationException) {
				return waiting(type, path, failure);
			}
		}
		return new JavaRevisionException(
				"The Java revision %s could not be created:\n\n    %s".formatted(type.getName(),
						failure.getMostSpecificCause().getMessage()),
				"Fix its constructor, or the beans that are injected into it.", failure);
	}

	/**
	 * Reports a dependency on a bean whose creation had begun before that of the
	 * revision: the migration is part of its creation.
	 */
	private static JavaRevisionException waiting(Class<?> type, Set<String> path, BeansException failure) {
		return new JavaRevisionException("""
				The Java revision %s needs a bean that itself waits for the migration:

				    %s

				Beans that use the database (JdbcClient, JdbcTemplate, repositories, and beans that need them) are \
				created after it.""".formatted(type.getName(), String.join("\n        needs ", path)),
				"Do not inject it. Work with live data through op.data(\"why\", jdbc -> ...), which has a "
						+ "JdbcClient on the migration's own connection.",
				failure);
	}

}
