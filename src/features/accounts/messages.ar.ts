/** Words that the server sends as text messages, and those of the pages. */
export const ar = {
  accounts: {
    sms: {
      first_sign_in: 'إتقان: رمز تسجيل الدخول الأول {{code}}. صالح لمدة 10 دقائق. لا يُطلب منك إعطاؤه لأحد.',
      reset: 'إتقان: رمز تعيين كلمة المرور {{code}}. صالح لمدة 10 دقائق. لا يُطلب منك إعطاؤه لأحد.',
      password_changed: 'إتقان: عُيّنت كلمة مرور جديدة لحسابك. إن لم يكن ذلك منك فيلزم إبلاغ مدير الوحدة فورًا.',
      phone_changed: 'إتقان: سُجّل رقم هاتف آخر لحسابك. إن لم يكن ذلك منك فيلزم إبلاغ مدير الوحدة فورًا.',
    },
  },
} as const
