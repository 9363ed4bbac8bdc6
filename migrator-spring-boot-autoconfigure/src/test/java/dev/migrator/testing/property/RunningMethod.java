package dev.migrator.testing.property;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;

import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The test method that is running.
 *
 * @param type its class
 * @param method its name
 */
record RunningMethod(Class<?> type, String method) {

	static RunningMethod find() {
		return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
			.walk((frames) -> frames.filter(RunningMethod::isTest)
				.findFirst()
				.map((frame) -> new RunningMethod(frame.getDeclaringClass(), frame.getMethodName())))
			.orElseThrow(() -> new IllegalStateException("No test method is running in this thread"));
	}

	private static boolean isTest(StackFrame frame) {
		try {
			Method method = frame.getDeclaringClass()
				.getDeclaredMethod(frame.getMethodName(), frame.getMethodType().parameterArray());
			return AnnotationSupport.isAnnotated(method, Testable.class);
		}
		catch (NoSuchMethodException ex) {
			return false;
		}
	}

	String command(long seed) {
		return "mvn -pl migrator-spring-boot-autoconfigure test -Dtest='%s' %s".formatted(this, Seeds.option(seed));
	}

	@Override
	public String toString() {
		String name = this.type.getName();
		return name.substring(name.lastIndexOf('.') + 1) + "#" + this.method;
	}

}
