import { client } from '../../../ui/client.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()
